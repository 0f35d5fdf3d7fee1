"""What goes back: pages for students, a report for the instructor, files for a learning platform."""
