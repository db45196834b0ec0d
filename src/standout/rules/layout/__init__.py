"""How the page looks: length, density, columns, consistency."""
