export { default as frameUrl } from 'virtual:sandbox/frame';
export { default as graderUrl } from 'virtual:sandbox/grader';
