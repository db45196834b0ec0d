"""Addresses: which are missing, which do not work, which say too little."""
