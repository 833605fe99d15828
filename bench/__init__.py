"""What the site does in a second, beside others on the same rows in the same run: `make bench`."""
