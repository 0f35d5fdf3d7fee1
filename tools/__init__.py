"""Tools for authors: run, check and generate the course's files. No course logic; nothing imports it."""
