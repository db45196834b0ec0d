"""One profile to one page for one posting: match, choose, build, check, explain."""
