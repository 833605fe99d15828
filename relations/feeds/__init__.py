"""What leaves for other programmes to follow: Atom, iCalendar, TimelineJS, oEmbed."""
