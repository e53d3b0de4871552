const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const QUARTERS = ['', ' and a quarter', ' and a half', ' and three quarters'];

/** "five and a half hours", "an hour and a quarter": to the nearest quarter of an hour, and never less than one. */
export function hoursInWords(minutes: number): string {
  const quarters = Math.max(1, Math.round(minutes / 15));
  const [hours, rest] = [Math.floor(quarters / 4), QUARTERS[quarters % 4] ?? ''];
  if (hours === 0) return ['', 'a quarter of an hour', 'half an hour', 'three quarters of an hour'][quarters] ?? '';
  return hours === 1 ? `an hour${rest}` : `${NUMBERS[hours] ?? hours}${rest} hours`;
}
