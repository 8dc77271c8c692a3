"""The live preview: the site from memory on the loopback interface, built again whenever a file changes."""
