/** Lets what waits have its turn: answers of the server, a request to stop. For work that goes on for long without waiting for anything. */
export const nextTurn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
