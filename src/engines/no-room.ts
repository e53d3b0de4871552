/** Whether a file could not be written because the disk is full. An error's code does not survive its way out of a container. */
export function isNoRoom(error: unknown): boolean {
  return /ENOSPC|EDQUOT|QuotaExceeded/.test(String(error));
}
