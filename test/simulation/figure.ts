/** Prints a figure in the form that the report collects from the output. */
export function figure(name: string, value: string | number, n: number): void {
  console.info(`figure: ${name} = ${value} (n = ${n})`);
}
