export const way: string = 'a command on a topic'; // or 'a command to a queue', or 'a fact'
