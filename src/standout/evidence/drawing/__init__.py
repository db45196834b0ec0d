"""Plots as SVG: no library, light and dark by themselves, told apart without seeing colours."""
