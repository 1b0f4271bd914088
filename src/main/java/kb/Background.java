package kb;

import kb.documents.Catalog;
import kb.documents.Tenants;
import kb.documents.UploadService;
import kb.erasure.Residue;
import kb.ingest.Janitor;
import kb.ingest.Migration;
import kb.ingest.Worker;

/** What runs without a request. @param catalog knows which work there is */
public record Background(
        Worker worker,
        Janitor janitor,
        Migration migration,
        Residue residue,
        Tenants tenants,
        UploadService uploads,
        Catalog catalog) {}
