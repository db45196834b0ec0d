"""Customs that differ from country to country."""
