-- What is taken next: what needs attention before what was forced, else what has been due for longest.
drop index notifications_turn;
drop index notifications_due;
create index notifications_turn on notifications (channel, (trigger <> 'needs_attention'), due_at, id);
