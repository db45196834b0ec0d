"""Tests of claims, logs, verdicts and what is made of them."""
