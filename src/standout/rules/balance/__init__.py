"""Between the specialist and everyone else: too dense, too abstract, too empty."""
