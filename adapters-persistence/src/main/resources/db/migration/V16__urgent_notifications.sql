-- What is taken next: what needs attention before what was forced, else the oldest.
create index notifications_turn on notifications (channel, (trigger <> 'needs_attention'), id);
