"""A page saved as text, with its menus and advertisements: one role per line."""
