"""Those that we are measured against, each as somebody who knows it would run it."""
