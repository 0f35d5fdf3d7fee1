"""Questions of the course as files that learning platforms take in. They hold the answers."""
