"""What runs in a process and in the environment of the site, and tells what it found as JSON."""
