"""How a statement is put."""
