/** What the confirmation service has to do. */
export type SendConfirmation = {
  id: string;
  type: 'send-confirmation';
  occurredAt: string;
  orderId: string;
  version: number;
  email: string;
  total: number;
};
