/** `counts what comes`, `notes ids afterwards`, `notes ids together` or `goes by versions`. */
export const consumer: string = 'counts what comes';
