"""The only network of the program: each connector is named by the user."""
