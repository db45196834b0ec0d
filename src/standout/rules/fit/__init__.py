"""Whether a resume shows what a posting asks for beside skills: years, degrees, place, permit."""
