/** How long the work on one event takes, beside the commit and the way of the message. */
export const workMs = 14;
