/** Where the grader lies in the container, apart from what learners see. */
export const GRADER_PATH = '.course/grader.mjs';
