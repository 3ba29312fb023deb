// Two clients in the field, unmodified, against a running Signalbox. Prints one JSON object: what they made of the answers.
import { createRequire } from 'node:module';
import Kitsu from 'kitsu';

const require = createRequire(import.meta.url);
const { TerraformCloud } = require('@skorfmann/terraform-cloud');

const { SIGNALBOX_URL: server, SIGNALBOX_TOKEN: token, WORKSPACE: workspace, ORGANIZATION: organization } = process.env;

async function terraformCloud() {
    const client = new TerraformCloud(token, 'signalbox.invalid');
    // It knows https alone; TLS is not what is tried here.
    client.client.defaults.baseURL = `${server}/api/v2`;
    const created = await client.Runs.create({
        data: {
            type: 'runs',
            attributes: { message: 'from @skorfmann/terraform-cloud' },
            relationships: { workspace: { data: { type: 'workspaces', id: workspace } } },
        },
    });
    const shown = await client.Runs.show(created.id);
    const plan = await client.Plans.show(shown.relationships.plan.data.id);
    const listed = await client.Runs.list(workspace, 1, 20);
    const byName = await client.Workspaces.showByName(organization, 'clients');
    await client.Runs.action('cancel', created.id, { comment: 'no longer wanted' });
    const ended = await client.Runs.show(created.id);
    let missing;
    try {
        await client.Runs.show('run-nonexistent');
    } catch (problem) {
        missing = problem.response.status;
    }
    return {
        created: created.attributes.status,
        createdAt: created.attributes.createdAt,
        plan: plan.attributes.status,
        listed: listed.some((run) => run.id === created.id),
        workspace: byName.id,
        ended: ended.attributes.status,
        missing,
    };
}

async function kitsu() {
    const api = new Kitsu({
        baseURL: `${server}/api/v2`,
        headers: { Authorization: `Bearer ${token}` },
        camelCaseTypes: false,
        resourceCase: 'none',
        pluralize: false,
    });
    const created = await api.post('runs', {
        message: 'from kitsu',
        workspace: { data: { type: 'workspaces', id: workspace } },
    });
    const list = await api.get('admin/runs', {
        params: {
            filter: { status: 'pending', workspace: 'clients' },
            page: { number: 1, size: 5 },
            include: 'workspace.organization',
        },
    });
    const found = list.data.find((run) => run.id === created.data.id);
    return {
        created: created.data.status,
        listed: list.data.length,
        workspace: found.workspace.data.name,
        organization: found.workspace.data.organization.data.name,
        total: list.meta.pagination['total-count'],
        pending: list.meta['status-counts'].pending,
        next: list.links.next,
    };
}

console.log(JSON.stringify({ terraformCloud: await terraformCloud(), kitsu: await kitsu() }));
