// @ts-nocheck
// Stands for the reading process: what a text says happens to the process that reads it.
process.on('disconnect', () => process.exit(0));
process.on('message', ({ number, value }) => {
  const { text } = value;
  if (text.startsWith('hang')) for (;;);
  if (text.startsWith('abort')) process.abort();
  if (text.startsWith('leave')) process.exit(7);
  if (text.startsWith('memory')) for (let held = {}; ; ) held = { held };
  if (text.startsWith('fault')) process.send({ number, fault: 'it was not thought of', byUser: false });
  else process.send({ number, value: { document: { text } } });
});
process.send('ready');
