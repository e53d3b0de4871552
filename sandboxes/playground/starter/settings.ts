// What the knobs below “The app” write. A line that you take away takes its knob's effect with it.
export const partitions = 0; // of the log 'order.created'; 0: there is no log, messages are routed to queues
export const pollMs = 0; // how long relay.ts rests between two looks; 0: orders.ts publishes by itself, after the commit
export const prefetch = 1; // how many deliveries an instance of confirmation has in hand, from a queue
export const replicas = 0; // read-only copies of the database
