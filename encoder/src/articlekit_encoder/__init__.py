"""The weights of articlekit's encoder labeller, and the word pieces that it knows. ``articlekit[encoder]`` reads them."""
