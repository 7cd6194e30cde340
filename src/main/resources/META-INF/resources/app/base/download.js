/** Hands a file to the person. */
export function download(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** Rows of texts and numbers as CSV (RFC 4180), with a mark by which spreadsheets know that it is UTF-8. */
export function csv(rows) {
  const field = (value) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return new Blob(['\ufeff' + rows.map((row) => row.map(field).join(',') + '\r\n').join('')], { type: 'text/csv' });
}
