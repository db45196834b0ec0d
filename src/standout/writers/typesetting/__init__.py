"""Setting a sheet with Typst: themes, fonts, and the compiler that is kept warm."""
