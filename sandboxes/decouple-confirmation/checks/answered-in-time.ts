import type { Asked } from 'lab/authoring';

/**
 * How long a customer may wait for the answer to an order: as long as with the starter, which stores the order and waits for
 * its mail. A test holds it against the starter.
 */
export const AS_BEFORE_MS = 45;

/** Whether an order was accepted as quickly as before. */
export const isInTime = ({ accepted, answerMs }: Asked): boolean => accepted && answerMs <= AS_BEFORE_MS;
