//! Frames in the order of their capture, from a file that was sorted by time where that was another order.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

use datafusion::{
    arrow::array::RecordBatch,
    common::{Column as Named, Result},
    datasource::provider_as_source,
    execution::{memory_pool::FairSpillPool, runtime_env::RuntimeEnvBuilder},
    logical_expr::{Expr, LogicalPlanBuilder},
    prelude::{SessionConfig, SessionContext},
};
use futures::StreamExt;
use strato_engine::query::QueryOptions;
use tokio::runtime::Builder;

use super::{Frames, Stored};
use crate::{
    captures::Captures,
    column::{Column, FILE},
    frames,
    names::FRAMES,
    parquet::source::{Files, Naming},
};

/// What sorting holds before it uses the disk.
const MEMORY: usize = 256 * 1024 * 1024;

/// Sorts them in a thread of their own, by capture and number.
pub(super) fn frames(stored: &Arc<Stored>) -> std::result::Result<Frames, String> {
    let stored = Arc::clone(stored);
    let (sender, receiver) = sync_channel(1);
    let run = move || {
        if let Err(error) = sort(stored, &sender) {
            // Nobody may be waiting any more.
            drop(sender.send(Err(error.to_string())));
        }
    };
    let sorting = thread::Builder::new().name("sort frames".to_owned()).spawn(run);
    sorting.map_err(|error| error.to_string())?;
    Ok(Box::new(Sorted(receiver)))
}

struct Sorted(Receiver<std::result::Result<RecordBatch, String>>);

impl Iterator for Sorted {
    type Item = std::result::Result<RecordBatch, String>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.recv().ok()
    }
}

fn sort(stored: Arc<Stored>, sender: &SyncSender<std::result::Result<RecordBatch, String>>) -> Result<()> {
    let runtime = Builder::new_multi_thread().worker_threads(1).build()?;
    let environment = RuntimeEnvBuilder::new().with_memory_pool(Arc::new(FairSpillPool::new(MEMORY))).build_arc()?;
    // Frames may be large.
    let config = SessionConfig::new().with_target_partitions(1).with_batch_size(super::BATCH);
    let context = SessionContext::new_with_config_rt(config, environment);
    let captures = Captures::new(Vec::new(), QueryOptions::default()).of(Vec::new(), BTreeMap::new());
    let files = Files { files: vec![(stored, Naming::Own)], macros: Default::default() };
    let columns = [FILE, "frame.number"].iter().filter_map(|name| Column::named(name)).chain([Column::payload()]);
    let table = frames::Frames::new(Arc::new(captures), files, columns.collect());
    let key = |name: &str| Expr::Column(Named::from_name(name)).sort(true, false);
    let plan = LogicalPlanBuilder::scan(FRAMES, provider_as_source(Arc::new(table)), None)?;
    let plan = plan.sort([key(FILE), key("frame.number")])?.build()?;
    runtime.block_on(async {
        let mut stream = context.execute_logical_plan(plan).await?.execute_stream().await?;
        while let Some(batch) = stream.next().await {
            if sender.send(Ok(batch?)).is_err() {
                break;
            }
        }
        Ok(())
    })
}
