"""A made-up world of any size, to measure the site on: real countries, and nobody and nothing else that is real."""
