/** Nobody installs a page before it is there: what a browser needs for it is not fetched in front of the text. */
const { manifest } = document.body.dataset;
if (manifest !== undefined)
  document.head.append(Object.assign(document.createElement('link'), { rel: 'manifest', href: manifest }));
