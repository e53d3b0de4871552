/** Something the author of an exercise has to mend. It stops the build; its sentence names the place and the remedy. */
export class AuthorMistake extends Error {
  override readonly name = 'AuthorMistake';
}
