// Files as people choose or drop them, each with its place in the folder: { path, file }.
export function filesOf(list) {
  return [...list].map((file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Walks dropped folders. The entries must be taken before the first await: afterwards the browser has let them go. */
export async function filesDropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) return filesOf(transfer.files);
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

async function walk(entry, above, found) {
  const path = above + entry.name;
  if (entry.isFile) {
    found.push({ path, file: await new Promise((done, fail) => entry.file(done, fail)) });
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    // A reader gives about a hundred at a time, and nothing when it is through.
    const some = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) return;
    for (const one of some) await walk(one, `${path}/`, found);
  }
}
