"""The interface's strings: found in the code, kept in catalogues, checked and compiled without the gettext programs."""
