export const pattern: string = 'order.#'; // or 'order.*', or 'order.created'
export const layout: string = 'one for each service'; // or 'one for both services', or 'one for each instance'
export const subscribesAfterMs: number = 0;
export const stockFailsFirst: boolean = false; // true: each copy comes back to its queue once
