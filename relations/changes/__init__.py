"""What became of records: touched (by triggers), kept (as versions), read again, and compared."""
