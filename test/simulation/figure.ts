/** A figure as the report collects it from the output. */
export function figure(name: string, value: string | number, n: number): void {
  console.info(`figure: ${name} = ${value} (n = ${n})`);
}
