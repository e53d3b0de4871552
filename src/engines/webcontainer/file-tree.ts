import type { FileSystemTree } from '@webcontainer/api';
import type { SourceFile } from '#exercise/exercise-data.ts';

/** Files as a WebContainer mounts them: a folder in a folder for each part of a path. */
export function fileTree(files: readonly SourceFile[]): FileSystemTree {
  const tree: FileSystemTree = {};
  for (const { path, text } of files) {
    const folders = path.split('/');
    const name = folders.pop()!;
    let place = tree;
    for (const folder of folders) {
      const known = place[folder];
      const inside = known && 'directory' in known ? known.directory : {};
      place[folder] = { directory: inside };
      place = inside;
    }
    place[name] = { file: { contents: text } };
  }
  return tree;
}
