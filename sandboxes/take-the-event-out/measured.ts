import type { Measured } from 'lab/authoring';
import { aJourney } from './measured/a-journey.ts';
import { addressCheck } from './measured/address-check.ts';
import { fanOut } from './measured/fan-out.ts';
import { passwordMail } from './measured/password-mail.ts';
import { shippingFee } from './measured/shipping-fee.ts';
import { thumbnails } from './measured/thumbnails.ts';

/** The cases of the lesson's decisions, each played in its own shape. */
export const measured: readonly Measured[] = [
  shippingFee,
  fanOut({ id: 'one-invoice', readers: 1, down: 'newcomer' }),
  fanOut({ id: 'placed-orders', readers: 3, down: 'reader' }),
  fanOut({ id: 'product-copies', readers: 3, orders: 3, down: 'newcomer' }),
  thumbnails,
  addressCheck,
  passwordMail,
  aJourney,
];
