import { createModelsIndex } from '../src/models/models-index';
import { everyModel } from '../src/models/model-filter';
import { defaultSort } from '../src/models/model-sort';
const n=288060; const index=createModelsIndex();
let s=1; const rnd=()=>{ s=(Math.imul(s,1664525)+1013904223)>>>0; return s/2**32; };
const uid=(i:number)=>i.toString(16).padStart(32,'0');
for(let i=0;i<n;i++){ const k=Math.floor(rnd()*14); const tags=Array.from({length:k},()=>({name:'tag'+Math.floor(rnd()*rnd()*rnd()*60000),slug:null}));
 index.put({uid:uid(Math.floor(rnd()*2**31)),name:'Model of '+Math.floor(rnd()*1e6),tags,categories:[{name:'c'+i%18,slug:null}],likeCount:Math.floor(5/rnd()),noAi:null,isRestricted:false,isPublic:true,state:'complete',likesCollected:3,order:i,capturedAt:1.79e12+i*60000,readAt:1.79e12+i*61000,causes:[]} as any); }
const ms:number[]=[]; for(let k=0;k<25;k++){ const c=process.cpuUsage(); index.query({filter:everyModel,sort:defaultSort,window:{start:0,end:40}}); const u=process.cpuUsage(c); ms.push((u.user+u.system)/1000);} console.log(ms.map(Math.round).join(' '));
