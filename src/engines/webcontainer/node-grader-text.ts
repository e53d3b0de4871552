import url from 'virtual:sandbox/node-grader';

/** The grader for Node, as text: it is laid into containers and downloads. Rejects when it cannot be fetched. */
export async function nodeGraderText(): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok)
    throw new Error(`The grader for Node could not be fetched (${answer.status}). Check the connection and try again.`);
  return answer.text();
}
