// Runs the SQL of stdin in the folder it was started in, and prints the rows of the last statement as JSON. A program
// of its own, since paths in SQL are of the folder and a test has none.
import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
const reader = await connection.runAndReadAll(readFileSync(0, 'utf8'));
console.log(JSON.stringify(reader.getRowsJson()));
connection.closeSync();
instance.closeSync();
