"""What an instructor takes into the classroom: slides of a lesson, and the syllabus of a path through the course."""
