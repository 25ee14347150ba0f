using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace NhiemSo.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "dc_document",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    symbol = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    signer_name = table.Column<string>(type: "TEXT", nullable: false),
                    signer_title = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    prepared_hash = table.Column<string>(type: "TEXT", nullable: true),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: true),
                    token = table.Column<string>(type: "TEXT", nullable: false),
                    void_reason = table.Column<string>(type: "TEXT", nullable: true),
                    recipients = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dc_document", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "dc_signing_ticket",
                columns: table => new
                {
                    ticket_hash = table.Column<string>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_dc_signing_ticket", x => x.ticket_hash);
                });

            migrationBuilder.CreateTable(
                name: "ds_component",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    required = table.Column<bool>(type: "INTEGER", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    accepted = table.Column<bool>(type: "INTEGER", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_component", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_dossier",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version = table.Column<string>(type: "TEXT", nullable: false),
                    lookup_code = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<int>(type: "INTEGER", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    applicant_name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    phone_last4 = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    return_by = table.Column<string>(type: "TEXT", nullable: false),
                    submitted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    appointment = table.Column<DateTime>(type: "TEXT", nullable: true),
                    receiver_name = table.Column<string>(type: "TEXT", nullable: true),
                    appraisal = table.Column<string>(type: "TEXT", nullable: true),
                    draft = table.Column<string>(type: "TEXT", nullable: true),
                    draft_outcome = table.Column<string>(type: "TEXT", nullable: true),
                    remark = table.Column<string>(type: "TEXT", nullable: true),
                    request = table.Column<string>(type: "TEXT", nullable: true),
                    result_document_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    returned_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    returned_to = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_dossier", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_draft",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", nullable: false),
                    procedure = table.Column<string>(type: "TEXT", nullable: false),
                    procedure_version = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_draft", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_form",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    dossier_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    template = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_form", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ds_lookup_try",
                columns: table => new
                {
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    hour = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ds_lookup_try", x => new { x.key, x.hour });
                });

            migrationBuilder.CreateTable(
                name: "id_account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "id_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", nullable: true),
                    xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_mandate",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    replaces = table.Column<string>(type: "TEXT", nullable: true),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_mandate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "md_provision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    mandate_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    citation = table.Column<string>(type: "TEXT", nullable: false),
                    display = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    heading = table.Column<string>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    parent_citation = table.Column<string>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<int>(type: "INTEGER", nullable: false),
                    is_duty = table.Column<bool>(type: "INTEGER", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_md_provision", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    basis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_appointment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_assignment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    instruction = table.Column<string>(type: "TEXT", nullable: true),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_assignment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_audit_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    actor_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<string>(type: "TEXT", nullable: false),
                    act = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    previous = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_audit_head",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    checkpointed = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_audit_head", x => new { x.subject, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "pf_audit_personal",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    salt = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_audit_personal", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_checkpoint",
                columns: table => new
                {
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    heads = table.Column<int>(type: "INTEGER", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_checkpoint", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "pf_counter",
                columns: table => new
                {
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_counter", x => new { x.book, x.period });
                });

            migrationBuilder.CreateTable(
                name: "pf_delegation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    from_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    to_person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_delegation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_file",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_file", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "pf_file_ref",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    content_type = table.Column<string>(type: "TEXT", nullable: false),
                    size = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    removed_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_file_ref", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_job",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    run_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    lease_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    lease_by = table.Column<string>(type: "TEXT", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_job", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    party_name = table.Column<string>(type: "TEXT", nullable: true),
                    party_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_citation = table.Column<string>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    responsible_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    process = table.Column<string>(type: "TEXT", nullable: false),
                    process_version = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    state_name = table.Column<string>(type: "TEXT", nullable: false),
                    group = table.Column<int>(type: "INTEGER", nullable: false),
                    turn = table.Column<int>(type: "INTEGER", nullable: true),
                    due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    original_due = table.Column<DateTime>(type: "TEXT", nullable: true),
                    clocks = table.Column<string>(type: "TEXT", nullable: false),
                    opened = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed = table.Column<DateTime>(type: "TEXT", nullable: true),
                    confidentiality = table.Column<int>(type: "INTEGER", nullable: false),
                    last_event = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_matter", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_number_use",
                columns: table => new
                {
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    period = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_number_use", x => new { x.book, x.period, x.number });
                });

            migrationBuilder.CreateTable(
                name: "pf_party",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    fold_name = table.Column<string>(type: "TEXT", nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", nullable: true),
                    personal_number = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_party", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_person", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_position",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    roles = table.Column<string>(type: "TEXT", nullable: false),
                    rank = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_position", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_rule_confirmation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    fact = table.Column<string>(type: "TEXT", nullable: false),
                    fact_hash = table.Column<string>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    person_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_rule_confirmation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_rule_version",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_rule_version", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "pf_unit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    function = table.Column<string>(type: "TEXT", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_unit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rg_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    register = table.Column<string>(type: "TEXT", nullable: false),
                    schema_version = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    holder_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    holder_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    document_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    duty_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    unit_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    demo = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rg_entry_version",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false),
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_entry_version", x => new { x.entry_id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "rg_index",
                columns: table => new
                {
                    entry_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    sort_key = table.Column<string>(type: "TEXT", nullable: true),
                    number = table.Column<long>(type: "INTEGER", nullable: true),
                    date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reference = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rg_index", x => new { x.entry_id, x.field });
                });

            migrationBuilder.CreateTable(
                name: "id_account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_id_account_claim_id_account_user_id",
                        column: x => x.user_id,
                        principalTable: "id_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "id_account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_id_account_login_id_account_user_id",
                        column: x => x.user_id,
                        principalTable: "id_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "id_account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_account_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "fk_id_account_passkey_id_account_user_id",
                        column: x => x.user_id,
                        principalTable: "id_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "id_account_token",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_id_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_id_account_token_id_account_user_id",
                        column: x => x.user_id,
                        principalTable: "id_account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "pf_matter_scope",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pf_matter_scope", x => new { x.matter_id, x.key });
                    table.ForeignKey(
                        name: "fk_pf_matter_scope_pf_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "pf_matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_book_year_number",
                table: "dc_document",
                columns: new[] { "book", "year", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_matter_id",
                table: "dc_document",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_state_id",
                table: "dc_document",
                columns: new[] { "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_dc_document_token",
                table: "dc_document",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_component_dossier_id",
                table: "ds_component",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "ix_ds_dossier_lookup_code",
                table: "ds_dossier",
                column: "lookup_code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_dossier_procedure_id",
                table: "ds_dossier",
                columns: new[] { "procedure", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_ds_draft_token_hash",
                table: "ds_draft",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_ds_form_dossier_id",
                table: "ds_form",
                column: "dossier_id");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "id_account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_id_account_person_id",
                table: "id_account",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "id_account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_id_account_claim_user_id",
                table: "id_account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_id_account_login_user_id",
                table: "id_account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_id_account_passkey_user_id",
                table: "id_account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_md_mandate_code",
                table: "md_mandate",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_provision_mandate_id_citation",
                table: "md_provision",
                columns: new[] { "mandate_id", "citation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_md_provision_unit_id",
                table: "md_provision",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_appointment_person_id",
                table: "pf_appointment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_assignment_matter_id",
                table: "pf_assignment",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_assignment_person_id_ended_at",
                table: "pf_assignment",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_audit_entry_subject_subject_id_position",
                table: "pf_audit_entry",
                columns: new[] { "subject", "subject_id", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pf_audit_personal_entry_id",
                table: "pf_audit_personal",
                column: "entry_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_delegation_to_person_id",
                table: "pf_delegation",
                column: "to_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_file_ref_hash",
                table: "pf_file_ref",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_pf_file_ref_matter_id",
                table: "pf_file_ref",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_job_key",
                table: "pf_job",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pf_job_state_run_at",
                table: "pf_job",
                columns: new[] { "state", "run_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_duty_id_group",
                table: "pf_matter",
                columns: new[] { "duty_id", "group" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_kind_state_id",
                table: "pf_matter",
                columns: new[] { "kind", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_number",
                table: "pf_matter",
                column: "number");

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_responsible_id_group_due",
                table: "pf_matter",
                columns: new[] { "responsible_id", "group", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_turn_group_due",
                table: "pf_matter",
                columns: new[] { "turn", "group", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_unit_id_group_due",
                table: "pf_matter",
                columns: new[] { "unit_id", "group", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_matter_scope_key_matter_id",
                table: "pf_matter_scope",
                columns: new[] { "key", "matter_id" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_number_use_matter_id",
                table: "pf_number_use",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_party_fold_name",
                table: "pf_party",
                column: "fold_name");

            migrationBuilder.CreateIndex(
                name: "ix_pf_party_personal_number",
                table: "pf_party",
                column: "personal_number");

            migrationBuilder.CreateIndex(
                name: "ix_pf_party_tax_code",
                table: "pf_party",
                column: "tax_code");

            migrationBuilder.CreateIndex(
                name: "ix_pf_position_unit_id",
                table: "pf_position",
                column: "unit_id");

            migrationBuilder.CreateIndex(
                name: "ix_pf_rule_confirmation_kind_code_fact",
                table: "pf_rule_confirmation",
                columns: new[] { "kind", "code", "fact" });

            migrationBuilder.CreateIndex(
                name: "ix_pf_rule_version_kind_code_hash",
                table: "pf_rule_version",
                columns: new[] { "kind", "code", "hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pf_unit_code",
                table: "pf_unit",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_document_id",
                table: "rg_entry",
                column: "document_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_holder_id",
                table: "rg_entry",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_number",
                table: "rg_entry",
                columns: new[] { "register", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rg_entry_register_state_id",
                table: "rg_entry",
                columns: new[] { "register", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_date",
                table: "rg_index",
                columns: new[] { "field", "date" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_number",
                table: "rg_index",
                columns: new[] { "field", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_rg_index_field_sort_key",
                table: "rg_index",
                columns: new[] { "field", "sort_key" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dc_document");

            migrationBuilder.DropTable(
                name: "dc_signing_ticket");

            migrationBuilder.DropTable(
                name: "ds_component");

            migrationBuilder.DropTable(
                name: "ds_dossier");

            migrationBuilder.DropTable(
                name: "ds_draft");

            migrationBuilder.DropTable(
                name: "ds_form");

            migrationBuilder.DropTable(
                name: "ds_lookup_try");

            migrationBuilder.DropTable(
                name: "id_account_claim");

            migrationBuilder.DropTable(
                name: "id_account_login");

            migrationBuilder.DropTable(
                name: "id_account_passkey");

            migrationBuilder.DropTable(
                name: "id_account_token");

            migrationBuilder.DropTable(
                name: "id_key");

            migrationBuilder.DropTable(
                name: "md_mandate");

            migrationBuilder.DropTable(
                name: "md_provision");

            migrationBuilder.DropTable(
                name: "pf_appointment");

            migrationBuilder.DropTable(
                name: "pf_assignment");

            migrationBuilder.DropTable(
                name: "pf_audit_entry");

            migrationBuilder.DropTable(
                name: "pf_audit_head");

            migrationBuilder.DropTable(
                name: "pf_audit_personal");

            migrationBuilder.DropTable(
                name: "pf_checkpoint");

            migrationBuilder.DropTable(
                name: "pf_counter");

            migrationBuilder.DropTable(
                name: "pf_delegation");

            migrationBuilder.DropTable(
                name: "pf_file");

            migrationBuilder.DropTable(
                name: "pf_file_ref");

            migrationBuilder.DropTable(
                name: "pf_job");

            migrationBuilder.DropTable(
                name: "pf_matter_scope");

            migrationBuilder.DropTable(
                name: "pf_number_use");

            migrationBuilder.DropTable(
                name: "pf_party");

            migrationBuilder.DropTable(
                name: "pf_person");

            migrationBuilder.DropTable(
                name: "pf_position");

            migrationBuilder.DropTable(
                name: "pf_rule_confirmation");

            migrationBuilder.DropTable(
                name: "pf_rule_version");

            migrationBuilder.DropTable(
                name: "pf_unit");

            migrationBuilder.DropTable(
                name: "rg_entry");

            migrationBuilder.DropTable(
                name: "rg_entry_version");

            migrationBuilder.DropTable(
                name: "rg_index");

            migrationBuilder.DropTable(
                name: "id_account");

            migrationBuilder.DropTable(
                name: "pf_matter");
        }
    }
}
