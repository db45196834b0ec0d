"""How applicants rate themselves."""
