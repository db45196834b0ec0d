"""What readers with impaired sight depend on."""
